/** How often what is live is read anew, in milliseconds; not while the page is hidden. */
export const liveMs = 3000;
