package dev.muster.base;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Finds many byte sequences in one pass (Aho and Corasick, 1975), byte by byte, so that it doesn't matter where the
/// chunks of a stream end. States are numbers, 0 is the root; immutable.
final class Automaton {

    static final Automaton EMPTY = new Automaton(List.of());

    /// which column of the table a byte has; 0: no sequence has it
    private final int[] columns = new int[256];

    private final int width;
    private final int[] next;
    private final int[] depth;

    /// length of the longest sequence that ends in a state, 0 if none does
    private final int[] found;

    /// @param sequences none of them empty; each a string of Latin-1 characters
    Automaton(Collection<String> sequences) {
        var used = 1;
        for (var sequence : sequences) {
            for (var character : sequence.toCharArray()) {
                if (columns[character] == 0) {
                    columns[character] = used++;
                }
            }
        }
        width = used;
        var rows = new ArrayList<int[]>(List.of(row()));
        var depths = new ArrayList<>(List.of(0));
        var ends = new ArrayList<>(List.of(0));
        for (var sequence : sequences) {
            var state = 0;
            for (var character : sequence.toCharArray()) {
                var column = columns[character];
                if (rows.get(state)[column] < 0) {
                    rows.get(state)[column] = rows.size();
                    rows.add(row());
                    depths.add(depths.get(state) + 1);
                    ends.add(0);
                }
                state = rows.get(state)[column];
            }
            ends.set(state, sequence.length());
        }
        next = new int[rows.size() * width];
        depth = depths.stream().mapToInt(Integer::intValue).toArray();
        found = ends.stream().mapToInt(Integer::intValue).toArray();
        complete(rows);
    }

    private int[] row() {
        var row = new int[width];
        Arrays.fill(row, -1);
        return row;
    }

    /// Breadth first: where a state has no way on, it goes on as its longest proper suffix would.
    private void complete(List<int[]> rows) {
        var suffix = new int[rows.size()];
        var queue = new ArrayDeque<Integer>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found[state] = Math.max(found[state], found[suffix[state]]);
            for (var column = 0; column < width; column++) {
                var child = rows.get(state)[column];
                var elsewhere = state == 0 ? 0 : next[suffix[state] * width + column];
                if (child < 0) {
                    next[state * width + column] = elsewhere;
                } else {
                    next[state * width + column] = child;
                    suffix[child] = elsewhere;
                    queue.add(child);
                }
            }
        }
    }

    int next(int state, byte character) {
        return next[state * width + columns[character & 0xff]];
    }

    /// How many of the latest bytes may be the beginning of a sequence.
    int depth(int state) {
        return depth[state];
    }

    /// Length of the longest sequence that ends here; 0: none does.
    int found(int state) {
        return found[state];
    }
}
