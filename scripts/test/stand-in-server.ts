/** Stands in for the server in the tests of the scripts: connects, says where its data are, stops when told. */
import { createServer } from 'node:http';
import pg from 'pg';

const { DATABASE_URL, HOST, PORT, STAND_IN } = process.env;
const client = new pg.Client({ connectionString: DATABASE_URL });
client.on('error', () => {});
await client.connect();
await client.query('create table if not exists start (at timestamptz default now())');
await client.query('insert into start default values');
const { rows } = await client.query(`
  select current_setting('data_directory') as data, current_setting('port')::int as port,
         current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
         current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
         (select count(*)::int from start) as starts`);

const http = createServer();
http.listen(Number(PORT), HOST, () => console.log(`READY ${JSON.stringify({ ...rows[0], pid: process.pid })}`));
if (STAND_IN === 'dies') setTimeout(() => process.exit(7), 200);

async function stop() {
  await client.end();
  console.log('SERVER STOPPED');
  process.exit(0);
}
process.on('SIGTERM', () => STAND_IN !== 'deaf' && stop());
process.once('disconnect', stop);
