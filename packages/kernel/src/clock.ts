/** The present moment in milliseconds since the epoch. A parameter everywhere, so that tests own time. */
export type Clock = () => number;
