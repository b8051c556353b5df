// Maven itself resets the terminal at both ends of a log
def log = new File(basedir, 'build.log').text.replace('\u001b[0m', '')
def said = log.readLines().findAll { it.startsWith('[') }

assert new File(basedir, 'deploy/istio/web-prod/networkpolicy-default-deny.yaml').exists()
assert said.every { it.startsWith('[ERROR]') }
assert said[0].startsWith("[ERROR] bad/mesh.yaml:2:7: MESH0109 'Mash': ")
