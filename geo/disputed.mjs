/**
 * Where a border is disputed. README.md lists the same with the reasons; a test holds the two together.
 * @typedef {object} Dispute
 * @property {string} id
 * @property {[string, string][]} [pairs] whose line, as it is held, is dashed: CLDR codes, or Natural Earth's names for what has none
 * @property {[number, number, number, number]} [within] only here: west, south, east, north
 * @property {number[]} [claims] lines of claims that are drawn, by their number in inputs/claims.json.gz
 * @property {[number, number][][]} [lines] drawn by hand
 */

/** @type {Dispute[]} */
export const DISPUTES = [
  { id: 'Kosovo', pairs: [['RS', 'XK']] },
  { id: 'Western Sahara', pairs: [['EH', 'MA']], claims: [33] },
  {
    id: 'Crimea',
    pairs: [['RU', 'UA']],
    within: [31, 44, 36, 46.5],
    // Through the Kerch Strait.
    lines: [
      [
        [36.4, 45.5],
        [36.6, 45.42],
        [36.66, 45.33],
        [36.55, 45.2],
        [36.5, 45.05]
      ]
    ]
  },
  { id: 'Donetsk and Luhansk', pairs: [['RU', 'UA']], within: [38.05, 46.8, 40.5, 50.2] },
  { id: 'Transnistria', claims: [7] },
  { id: 'Abkhazia', claims: [8] },
  { id: 'South Ossetia', claims: [9] },
  {
    id: 'Cyprus',
    pairs: [
      ['CY', 'Cyprus U.N. Buffer Zone'],
      ['Cyprus U.N. Buffer Zone', 'N. Cyprus'],
      ['GB', 'N. Cyprus']
    ]
  },
  { id: 'West Bank and Gaza', pairs: [['IL', 'PS']] },
  { id: 'Golan', pairs: [['IL', 'SY']], claims: [22] },
  { id: 'Shebaa Farms', pairs: [['IL', 'LB']], within: [35.6, 33.1, 35.9, 33.5], claims: [39] },
  {
    id: 'Jammu and Kashmir',
    pairs: [['IN', 'PK']],
    within: [73, 32.28, 78, 36],
    claims: [16, 23, 24, 26, 27, 28, 36]
  },
  {
    id: 'Siachen',
    pairs: [
      ['IN', 'Siachen Glacier'],
      ['PK', 'Siachen Glacier'],
      ['CN', 'Siachen Glacier']
    ]
  },
  { id: 'Shaksgam', pairs: [['CN', 'PK']], claims: [15] },
  {
    id: 'Aksai Chin',
    pairs: [['CN', 'IN']],
    within: [77, 30, 82, 36],
    claims: [12, 13, 14, 21, 35, 44]
  },
  { id: 'Arunachal Pradesh', pairs: [['CN', 'IN']], within: [91, 26, 98, 30], claims: [20] },
  { id: 'Bhutan', pairs: [['BT', 'CN']], claims: [5, 34] },
  { id: 'Korea', pairs: [['KP', 'KR']] },
  { id: 'Somaliland', pairs: [['SO', 'Somaliland']] },
  { id: 'Abyei', pairs: [['SD', 'SS']], within: [27.7, 9.3, 29.1, 10.3], claims: [25] },
  { id: 'Ilemi', pairs: [['KE', 'SS']], within: [34.3, 4, 36.1, 5.6], claims: [17, 18, 19] },
  { id: 'Halaib and Bir Tawil', pairs: [['EG', 'SD']], within: [33.1, 21.5, 37.2, 22.4] },
  { id: 'Essequibo', pairs: [['GY', 'VE']], claims: [31] },
  { id: 'Tigri', pairs: [['GY', 'SR']], within: [-59, 1, -55, 3.4], claims: [10] },
  { id: 'Maroni', pairs: [['FR', 'SR']], within: [-55, 1.5, -53.5, 3.35], claims: [11] },
  { id: 'Belize', pairs: [['BZ', 'GT']], claims: [30] }
];

/**
 * Claims in the source that are not drawn, and why: given up, settled since, at sea, or of a few hundred metres.
 * @type {Record<number, string>}
 */
export const CLAIMS_LEFT_OUT = {
  1: 'at sea (Kuril Islands)',
  2: 'Nagorno-Karabakh, dissolved in 2024',
  3: 'Nagorno-Karabakh, dissolved in 2024',
  4: 'too short to see',
  6: 'Bolivia’s way to the sea, decided in 2018',
  29: 'Nagorno-Karabakh, dissolved in 2024',
  32: 'Olivenza, not pressed',
  37: 'Nagorno-Karabakh, dissolved in 2024',
  38: 'Nagorno-Karabakh, dissolved in 2024',
  40: 'Nagorno-Karabakh, dissolved in 2024',
  41: 'Nagorno-Karabakh, dissolved in 2024',
  42: 'Nagorno-Karabakh, dissolved in 2024',
  43: 'Nagorno-Karabakh, dissolved in 2024',
  45: 'the line of contact before 2022',
  46: 'Nagorno-Karabakh, dissolved in 2024'
};
