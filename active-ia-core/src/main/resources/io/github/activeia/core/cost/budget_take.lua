-- Adds every amount, or none: KEYS are the counters, ARGV has amount, limit and milliseconds to live for each.
local used, fits = {}, 1
for i = 1, #KEYS do
  used[i] = tonumber(redis.call('GET', KEYS[i]) or '0')
  local amount = tonumber(ARGV[3 * i - 2])
  if amount > 0 and used[i] + amount > tonumber(ARGV[3 * i - 1]) then fits = 0 end
end
if fits == 1 then
  for i = 1, #KEYS do
    if ARGV[3 * i - 2] ~= '0' then
      used[i] = redis.call('INCRBY', KEYS[i], ARGV[3 * i - 2])
      if redis.call('PTTL', KEYS[i]) < 0 then redis.call('PEXPIRE', KEYS[i], ARGV[3 * i]) end
    end
  end
end
used[#KEYS + 1] = fits
return used
