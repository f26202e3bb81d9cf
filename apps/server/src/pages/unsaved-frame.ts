/**
 * A document in which the Backoffice shows a page as it is being edited: under the address and the policy of the saved
 * version's preview, it writes what the page around it sends in its own place.
 */
export const unsavedFrame = `<!doctype html>
<script>
addEventListener('message', ({ source, data }) => {
  if (source !== parent || data?.event !== 'DOCUMENT') return;
  document.open();
  document.write(String(data.html));
  document.close();
});
parent.postMessage({ event: 'UNSAVED' }, '*');
</script>
`;
