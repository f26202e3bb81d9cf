/** Whether a text is a colour as themes write them. */
export const isColourText = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);
