// A QR code carries a private code after the « # », which no browser sends anywhere: it is put in the form, and taken out of the address.
const input = document.querySelector('form[data-from-address] input:not([type=hidden])');

function take() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code || !input) return;
  input.value = code;
  history.replaceState(null, '', location.pathname);
}

take();
addEventListener('hashchange', take);
