// A real SMTP server for the tests. node server.js FOLDER: saves each message it takes as FOLDER/N.eml,
// prints its port on the first line, then one line for each refusal. A recipient that begins with « refus- » is refused the first time.
'use strict';
const fs = require('fs');
const path = require('path');
const { SMTPServer } = require('smtp-server');

const folder = process.argv[2];
const refused = new Set();
let number = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo(address, session, done) {
    if (address.address.startsWith('refus-') && !refused.has(address.address)) {
      refused.add(address.address);
      console.log('refused ' + address.address);
      const error = new Error('Mailbox busy, try later');
      error.responseCode = 450;
      return done(error);
    }
    done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const envelope = `X-Envelope-To: ${session.envelope.rcptTo.map((r) => r.address).join(', ')}\r\n`;
      fs.writeFileSync(path.join(folder, `${++number}.part`), Buffer.concat([Buffer.from(envelope), ...chunks]));
      fs.renameSync(path.join(folder, `${number}.part`), path.join(folder, `${number}.eml`));
      done();
    });
  },
});

server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
// The test ends by closing our input: no server is left behind.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
