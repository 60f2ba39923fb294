// Loaded into a host before its own code: writes down whatever it connects to, looks up or sends.
const { appendFileSync } = require("node:fs");
const dns = require("node:dns");
const net = require("node:net");
const { Socket: Datagrams } = require("node:dgram");

const note = (what) => what !== null && appendFileSync(process.env.AHQ_CONNECTIONS, `${what}\n`);
// To listen at an address Node "looks it up" as well, and asks nobody.
const lookUp = ([host]) => (net.isIP(host) === 0 ? `look up ${host}` : null);

function noting(owner, name, tell) {
  const original = owner[name];
  owner[name] = function noted(...given) {
    note(tell(given));
    return original.apply(this, given);
  };
}

noting(net.Socket.prototype, "connect", ([options]) => `connect ${JSON.stringify(options)}`);
noting(Datagrams.prototype, "send", () => "send");
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) noting(dns, name, lookUp);
noting(dns.promises, "lookup", lookUp);
