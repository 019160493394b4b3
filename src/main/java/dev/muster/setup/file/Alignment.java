package dev.muster.setup.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Which of the rows that are there becomes which wanted row, so that the order of the wanted rows comes out and as
/// many rows as possible stay where they are.
final class Alignment {

    static final int NOWHERE = -1;

    private Alignment() {}

    /// For each wanted name the place of the row that becomes it, rising; [#NOWHERE] for one that is new. A
    /// wanted name without a match takes a row without a match between the same neighbours: it was renamed.
    static List<Integer> of(List<String> there, List<String> wanted) {
        var places = new HashMap<String, Integer>();
        for (var i = there.size() - 1; i >= 0; i--) {
            places.put(there.get(i), i);
        }
        var matched = new int[wanted.size()];
        for (var i = 0; i < matched.length; i++) {
            var place = places.remove(wanted.get(i));
            matched[i] = place == null ? NOWHERE : place;
        }
        keepRising(matched);
        fill(matched, there.size());
        return Arrays.stream(matched).boxed().toList();
    }

    /// Keeps a longest rising series of places; what moved is taken out and added anew.
    private static void keepRising(int[] matched) {
        var tails = new ArrayList<Integer>();
        var before = new int[matched.length];
        for (var i = 0; i < matched.length; i++) {
            if (matched[i] == NOWHERE) {
                continue;
            }
            var length = tails.size();
            while (length > 0 && matched[tails.get(length - 1)] >= matched[i]) {
                length--;
            }
            before[i] = length == 0 ? NOWHERE : tails.get(length - 1);
            if (length == tails.size()) {
                tails.add(i);
            } else {
                tails.set(length, i);
            }
        }
        var kept = new boolean[matched.length];
        for (var i = tails.isEmpty() ? NOWHERE : tails.getLast(); i != NOWHERE; i = before[i]) {
            kept[i] = true;
        }
        for (var i = 0; i < matched.length; i++) {
            matched[i] = kept[i] ? matched[i] : NOWHERE;
        }
    }

    private static void fill(int[] matched, int size) {
        var free = 0;
        for (var i = 0; i < matched.length; i++) {
            if (matched[i] != NOWHERE) {
                free = matched[i] + 1;
                continue;
            }
            var next = size;
            for (var j = i + 1; j < matched.length && next == size; j++) {
                next = matched[j] == NOWHERE ? size : matched[j];
            }
            if (free < next) {
                matched[i] = free++;
            }
        }
    }
}
