def log = new File(basedir, 'build.log').text
def proof = new File(basedir, 'target/proof.json').text

assert log.contains('[INFO] HOLDS tenant-closed/web: ')
assert log.contains('[INFO] Not covered: ICMP;')
assert proof.contains('"version" : "tenantmesh.dev/proof/v1"')
assert proof.contains('"outcome" : "holds"')

// who can now reach what, in which way, by which line, and what to change
assert log =~ /\[ERROR\] claims\.yaml:\d+:\d+: MESH0480 'web\/closed': .* can open TCP( \S+)? of web-prod\/.* Remove the peer of NetworkPolicy web-prod\/open at edited\/istio\/networkpolicy-open\.yaml:8:7, or narrow its namespaceSelector\./
assert log.contains('CONFIRMED at level hostile-source: ')
assert log.contains('network, coming in: passes, a rule of NetworkPolicy web-prod/open allows it (edited/istio/networkpolicy-open.yaml:8:7)')
assert log.contains('probe: IP=$(kubectl get pod -n web-prod')
assert log.contains('1 claim: 1 broken. See docs/problems/MESH0480.md')

assert log =~ /\[ERROR\] src\/main\/mesh\/mesh\.yaml:\d+:\d+: MESH0480 'tenant-closed\/web': /

assert log.contains("[ERROR] mistaken.yaml:6:5: MESH0105 'nobdy': This key does not exist here. Did you mean 'nobody'?")
assert !log.contains('\tat dev.tenantmesh')
