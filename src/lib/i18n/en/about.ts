/** Whose a story is: said by the server alone. */
export const about = {
  by: 'By',
  licence: 'Licence',
  map: 'Map',
  updated: 'Last changed',
  corrections: 'Corrections'
};
