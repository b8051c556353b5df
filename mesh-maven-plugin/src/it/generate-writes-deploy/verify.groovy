def log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] deploy: \d+ added, 0 changed, 0 removed, 0 unchanged/
assert log.contains('[INFO]   added   istio/web-prod/networkpolicy-default-deny.yaml')
assert new File(basedir, 'deploy/istio/web-prod/networkpolicy-default-deny.yaml').text.contains('tenant/web')
assert new File(basedir, 'deploy/istio/web-prod/.mesh-index').exists()
assert !new File(basedir, 'target/mesh').exists()
