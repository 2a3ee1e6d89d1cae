import type { AddProtocolAction } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';
import { TileArchive } from './tile-archive';

const SCHEME = 'pmtiles';
const TILE = /\/\d+\/\d+\/\d+$/;

let protocol: Protocol | null = null;

/** Teaches MapLibre, once for the page, addresses that begin with `pmtiles://`. Takes its `addProtocol`. */
export function registerTiles(
  addProtocol: (scheme: string, action: AddProtocolAction) => void
): void {
  if (protocol) return;
  protocol = new Protocol();
  addProtocol(
    SCHEME,
    readThrough(protocol, (address) => new TileArchive(address))
  );
}

/** Answers requests for tiles and for the TileJSON of archives; what failed once is asked for again at the next request. */
export function readThrough(
  archives: Protocol,
  open: (address: string) => TileArchive
): AddProtocolAction {
  return async (request, controller) => {
    const address = request.url.slice(`${SCHEME}://`.length).replace(TILE, '');
    let archive = archives.get(address);
    if (!archive) archives.add((archive = new PMTiles(open(address))));
    try {
      return await archives.tile(request, controller);
    } catch (error) {
      // An archive remembers a header or directory that it could not read as such.
      if (!controller.signal.aborted && archives.get(address) === archive)
        archives.add(new PMTiles(archive.source));
      throw error;
    }
  };
}
