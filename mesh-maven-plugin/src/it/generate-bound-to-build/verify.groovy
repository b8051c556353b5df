def log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] target\/mesh: \d+ added/
assert new File(basedir, 'target/mesh/istio/web-prod/networkpolicy-default-deny.yaml').exists()
assert !new File(basedir, 'deploy').exists()
