import { asset } from '$app/paths';
import * as settings from '$env/static/public';
import type { BaseMapAddress } from '$lib/map/ground-address';

const chosen: Readonly<Record<string, string | undefined>> = settings;

/** Where this site's base map is, from the settings that it was built with. `at` is how the page addresses a file of this site. */
export function baseMapAddress(at: (path: `/${string}`) => string = asset): BaseMapAddress {
  const { PUBLIC_STREETS: streets, PUBLIC_MAP_STYLE: style, PUBLIC_MAP_CREDITS: credits } = chosen;
  return {
    basemap: at('/basemap'),
    streets: streets ? located(streets, at) : null,
    style: style
      ? {
          address: located(style, at),
          credits: (credits ?? '')
            .split(';')
            .map((each) => each.trim())
            .filter(Boolean)
        }
      : null
  };
}

/** An address elsewhere stays as it is; anything else is a file of this site's, below `static/`. */
function located(address: string, at: (path: `/${string}`) => string): string {
  return /^https?:\/\//.test(address) ? address : at(`/${address.replace(/^\//, '')}`);
}
