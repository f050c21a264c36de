-- Adds every amount, whatever the limits, and stops at 0: a counter may have been lost with its server.
for i = 1, #KEYS do
  local used = tonumber(redis.call('GET', KEYS[i]) or '0')
  local amount = tonumber(ARGV[3 * i - 2])
  if used + amount > 0 or used > 0 then
    if used + amount < 0 then
      redis.call('INCRBY', KEYS[i], string.format('%.0f', -used))
    else
      redis.call('INCRBY', KEYS[i], ARGV[3 * i - 2])
    end
    if redis.call('PTTL', KEYS[i]) < 0 then redis.call('PEXPIRE', KEYS[i], ARGV[3 * i]) end
  end
end
return 1
