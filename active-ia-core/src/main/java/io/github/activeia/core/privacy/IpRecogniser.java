package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a person's own IP address: a public one that the text calls the writer's own. Private, loopback, documentation and other special
 * ranges, well-known resolvers and addresses of a networking exercise are none.
 */
final class IpRecogniser implements Recogniser {
    private static final int LONGEST = 45;
    private static final int FEWEST_JOINTS = 2;
    private static final int BEFORE = 60;
    private static final int AFTER = 30;
    private static final int LARGEST_VERSION = 30;

    private final WordList own;
    private final WordList weak;
    private final WordList exercise;
    private final WordList known;
    private final WordList names;

    IpRecogniser(PiiWords words) {
        own = words.list("own_ip");
        weak = words.list("origin_ip");
        exercise = words.list("exercise_ip");
        known = words.list("known_ip");
        names = words.list("ip_name");
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> candidates = new ArrayList<>();
        if (!source.hasDigits()) {
            return candidates;
        }
        String text = source.text();
        for (int i = 0; i < text.length(); ) {
            if (!isAddressPart(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            int joints = 0;
            while (end < text.length() && isAddressPart(text.charAt(end))) {
                joints += text.charAt(end) == '.' || text.charAt(end) == ':' ? 1 : 0;
                end++;
            }
            if (joints < FEWEST_JOINTS) {
                i = end;
                continue;
            }
            int last = end;
            while (last > i && (text.charAt(last - 1) == '.' || text.charAt(last - 1) == ':')) {
                last--;
            }
            if (last - i <= LONGEST && isWhole(text, i, last) && isPublic(text.substring(i, last))) {
                candidates.add(new Span(PiiKind.IP, i, last));
            }
            i = end;
        }
        boolean only = candidates.size() == 1 && !source.mentions(exercise);
        boolean named = source.mentions(names);
        return candidates.stream()
                .filter(c -> named || !isVersion(text.substring(c.start(), c.end())))
                .filter(c -> isOwn(source, c, only))
                .toList();
    }

    /** Four small numbers are the version of something, unless the text speaks of addresses. */
    private static boolean isVersion(String address) {
        return address.indexOf(':') < 0
                && Stream.of(address.split("\\.", -1)).allMatch(o -> Integer.parseInt(o) <= LARGEST_VERSION);
    }

    private static boolean isAddressPart(char c) {
        return (c >= '0' && c <= ':') || c == '.' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean left = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        boolean right = end == text.length()
                || !(Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '/' || text.charAt(end) == '_');
        return left && right;
    }

    private boolean isPublic(String address) {
        if (known.contains(address)) {
            return false;
        }
        return address.indexOf(':') >= 0 ? isPublicV6(address) : isPublicV4(address);
    }

    private static boolean isPublicV4(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            boolean digits = !parts[i].isEmpty()
                    && parts[i].length() <= 3
                    && parts[i].chars().allMatch(Character::isDigit);
            octets[i] = digits ? Integer.parseInt(parts[i]) : 256;
            if (octets[i] > 255) {
                return false;
            }
        }
        return !isSpecial(octets[0], octets[1], octets[2]);
    }

    /** The registries of special-purpose addresses of RFC 6890 and its updates, multicast and reserved space. */
    private static boolean isSpecial(int a, int b, int c) {
        return a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b <= 127)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b <= 31)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
    }

    /** Global unicast is 2000::/3, without documentation (2001:db8::/32, 3fff::/20) and the protocol block 2001::/23. */
    private static boolean isPublicV6(String address) {
        String[] parts = address.split(":", -1);
        boolean shortened = address.contains("::");
        if (parts.length < 3 || parts.length > 8 || (!shortened && parts.length != 8) || parts[0].length() != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.length() > 4 || part.indexOf('.') >= 0) {
                return false;
            }
        }
        int first = Integer.parseInt(parts[0], 16);
        int second = parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1], 16);
        boolean documented = (first == 0x2001 && (second == 0xdb8 || second < 0x200)) || first == 0x3fff;
        return first >= 0x2000 && first <= 0x3fff && !documented;
    }

    private boolean isOwn(Source source, Span address, boolean only) {
        int from = source.indexAt(Math.max(0, address.start() - BEFORE));
        int to = source.indexAt(Math.min(source.text().length(), address.end() + AFTER));
        for (int i = from; i < to; i++) {
            Token token = source.token(i);
            boolean before = token.start() < address.start();
            boolean strong = source.is(own, i);
            boolean faint = before && only && source.is(weak, i);
            if (token.isWord() && (strong || faint)) {
                return true;
            }
        }
        return false;
    }
}
