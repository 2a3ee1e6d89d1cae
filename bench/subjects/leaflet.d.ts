/** What the bench uses of two packages that come without types (those of leaflet.timeline lie where its package does not say). */
declare module 'leaflet' {
  export interface Layer {
    addTo(map: LeafletMap): this;
    remove(): this;
  }
  export interface LeafletMap {
    readonly leaflet: unique symbol;
  }
  export interface Timeline extends Layer {
    setTime(time: number): void;
    getLayers(): readonly Layer[];
  }
  const leaflet: {
    map(box: HTMLElement, options: object): LeafletMap;
    canvas(): object;
    circleMarker(place: unknown, options: object): Layer;
    timeline(
      data: import('geojson').FeatureCollection,
      options: {
        getInterval(feature: unknown): { start: number; end: number; startExclusive: boolean };
        pointToLayer(feature: unknown, place: unknown): Layer;
      }
    ): Timeline;
  };
  export default leaflet;
}

declare module 'leaflet.timeline';
