import "server-only";

/** Whether the province of the given column still holds invented dossiers: demo accounts live only so long. */
export function demoDataSql(provinceColumn: string): string {
  return `EXISTS (SELECT FROM source demo JOIN import_batch b ON b.province_id = demo.province_id AND b.source_id = demo.id
    WHERE demo.province_id = ${provinceColumn} AND demo.is_demo AND b.state = 'applied')`;
}
