// Gives the pages of a prepared device what it has kept, network or not. device.js fills and empties the cache; what asks for 'no-store' always goes out.
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || request.cache === 'no-store') return;
  event.respondWith(caches.match(request, { ignoreVary: true }).then(kept => kept ?? fetch(request)));
});
