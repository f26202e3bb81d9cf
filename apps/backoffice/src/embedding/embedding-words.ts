/** Words of embedding. */
export const embeddingWords = Object.freeze({
  title: 'Embedding',
  description: 'Journeys inside the pages of your own website, with events for what happens.',
  sites: 'Sites that may embed journeys',
  sitesText:
    'Nobody may unless you say so. Your pages get the events; other sites cannot even show the journey.',
  origins: 'Origins',
  originsHelp: 'Exact, as https://shop.example.org: no path, no wildcard. Press Enter after each.',
  policies:
    'A registration policy must name the same origins under “Pages that may frame it”, or no passkey is made.',
  saved: 'Saved. It counts for every page from now on.',
  how: 'In your page',
  howText: 'The script is 3 KB at most and asks nobody but this server.',
  example: 'https://shop.example.org',
  snippet: 'Script for your page',
  copy: 'Copy the script',
  none: 'No site may embed journeys.',
});
