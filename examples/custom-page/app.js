// The page's side of the contract: READY, then `message` with the constants, then SEND once with the answer.
const form = document.getElementById('registration');
const button = form.querySelector('button');
let clientRequest;

// Whoever presses before the constants are there would have nothing to register with.
addEventListener('message', ({ source, data }) => {
  if (source !== parent || data?.event !== 'message') return;
  clientRequest = data.variables?.constants?.passkeyRegClientRequest;
  button.disabled = false;
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(named(clientRequest));
    const credential = await navigator.credentials.create({ publicKey });
    send({ message: 'continue', passkeyRegistrationResponse: credential.toJSON() });
  } catch (error) {
    // Complete Passkey Registration then leaves by 'User cancelled', or by what the browser said.
    send({ message: 'cancelled', passkeyRegistrationResponse: null, error: error.name });
  }
});

/** The options with the names that the person typed. */
function named(request) {
  const { name, displayName } = Object.fromEntries(new FormData(form));
  return { ...request, user: { ...request.user, name, displayName } };
}

function send(variables) {
  parent.postMessage({ event: 'SEND', variables }, '*');
}

parent.postMessage({ event: 'READY' }, '*');
