def log = new File(basedir, 'build.log').text

// an edit of a file that should say something else stops the run
assert log.contains('[ERROR] wanted/istio/web-prod/networkpolicy-default-deny.yaml: MESH0308: ')
assert log.contains('1 problem; nothing was written. See docs/problems/MESH0308.md')
def wanted = new File(basedir, 'wanted/istio/web-prod')
assert wanted.list().sort() == ['.mesh-index', 'networkpolicy-default-deny.yaml']
assert new File(wanted, 'networkpolicy-default-deny.yaml').text == 'edited: by hand\n'

// an edited file that the model no longer has is left alone, once said
assert log.count('stale/istio/web-prod/networkpolicy-old.yaml') == 1
assert log.contains('[WARNING] stale/istio/web-prod/networkpolicy-old.yaml: MESH0308: ')
def stale = new File(basedir, 'stale/istio/web-prod')
assert new File(stale, 'networkpolicy-old.yaml').text == 'edited: by hand\n'
assert new File(stale, 'networkpolicy-default-deny.yaml').exists()
