// Of the last run alone is the log's end; all runs of one project share the log.
def log = new File(basedir, 'build.log').text

def said = { String line -> assert log.contains(line) }

said 'clean (exit code 0) after 1 leak test'
said 'leak: com.acme.ShopLeakTest.ordersAreNotKept (forked JVM): heap:com.acme.Shop$Order:'
said 'Culprit: com.acme.Shop.ORDERS. Brought forth at com.acme.Shop.answer(Shop.java:'
said 'Leak gate: leak. See the lines above.'
said 'is accepted until 2999-12-31 (SHOP-17): orders are kept for the audit'
said 'heap:com.acme.Shop$Order +1.000/op, budget +0.500/op; at most +0.600/op are allowed.'
said 'Leak gate: regression. See the lines above.'
said 'It was accepted until 2020-12-31 (SHOP-17, orders are kept for the audit), which is over.'
said "1 tests have a budget in '"
said 'stale entry: accepted leak fa9088cd673f: No test found it'
said 'Leak gate: stale entry. See the lines above.'
said "scupper' does not exist. Did the shard that leaves its records there run"
said 'Leak gate: broken set-up. See the lines above.'
