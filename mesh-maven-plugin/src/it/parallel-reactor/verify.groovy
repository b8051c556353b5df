def log = new File(basedir, 'build.log').text

assert log.contains('MultiThreadedBuilder')
for (team in ['a', 'b', 'c']) {
    assert new File(basedir, "team-${team}/target/mesh/istio/web-prod/networkpolicy-default-deny.yaml").exists()
}
assert log.count('[INFO] No mesh documents: there is no src/main/mesh. Skipped.') == 1
assert !log.contains('not marked as thread-safe')
assert !log.contains('MESH0303')
