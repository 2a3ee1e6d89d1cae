/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { offline as t } from '$lib/i18n/en/offline';
import { answer, type Site } from '$lib/offline/answer';
import { Copies } from '$lib/offline/copies';
import { Network } from '$lib/offline/network';

/** Registered only when a reader saves a story; without copies it hands everything on. */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const root = worker.registration.scope;
const network: typeof fetch = (...of) => fetch(...of);
const site: Omit<Site, 'turnTo'> = {
  root,
  copies: new Copies({ caches, fetch: network, now: Date.now, root }),
  network: new Network(network, Date.now),
  banner: ({ savedAt }) => t.banner(savedAt ?? 0)
};

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  // A copy that is being made wants the site itself.
  if (!reads || request.cache === 'reload' || !request.url.startsWith(root)) return;
  const turnTo = async (address: string) => {
    const client = await worker.clients.get(clientId);
    return client instanceof WindowClient && client.navigate(address);
  };
  event.respondWith(answer(request, { ...site, turnTo }));
});
