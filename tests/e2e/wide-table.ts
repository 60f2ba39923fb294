/** A wide table as another network might send it: a name that is none, an answer without a meaning, and a column of its own. */
export const WIDE_TABLE = `EMN Ad-Hoc Query 2019.45 on age assessment,,,,,
Launched on 12 March 2019,,,,,
Member State,Wider dissemination,1. Do you use medical methods?,1. Comments,2. Which methods?,Remarks of ours
Austria,Yes,Yes,"Since 2010, in all cases.",X-ray; dental,late
Czech Republic,No,No,,-,
Greece,Yes,No information,,X-ray,late
Finland,Yes,,,X-ray; dental,
Atlantis,Yes,Perhaps,,dental,
`;
