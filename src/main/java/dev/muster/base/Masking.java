package dev.muster.base;

import java.util.ArrayDeque;
import java.util.Arrays;

/// One pass over a stream: passes bytes on as soon as they can't be a part of a secret any more, and says "a secret"
/// once
/// for each stretch that is one. Holds back at most as many bytes as the longest form of a secret has.
final class Masking {

    interface Out {
        /// @param position from the stream's beginning
        void plain(byte character, long position);

        /// @param position of its first byte
        void secret(long position);
    }

    /// Bytes `from` to `to` are a secret; `said` once [Out#secret] was called for it.
    private record Stretch(long from, long to, boolean said) {}

    private final Automaton automaton;
    private final Out out;
    private int state;
    private long position;

    /// bytes from `settled` to `position`
    private byte[] held = new byte[256];

    private long settled;
    private final ArrayDeque<Stretch> stretches = new ArrayDeque<>();

    Masking(Automaton automaton, Out out) {
        this(automaton, out, 0);
    }

    Masking(Automaton automaton, Out out, long offset) {
        this.automaton = automaton;
        this.out = out;
        this.position = offset;
        this.settled = offset;
    }

    /// Nothing is held back: another automaton may take over here.
    boolean idle() {
        return settled == position && stretches.isEmpty();
    }

    long position() {
        return position;
    }

    void take(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            state = automaton.next(state, bytes[i]);
            if (state == 0 && idle()) {
                out.plain(bytes[i], position++);
                settled = position;
                continue;
            }
            hold(bytes[i]);
            var length = automaton.found(state);
            if (length > 0) {
                cover(position - length);
            }
            settle(position - automaton.depth(state));
        }
    }

    void end() {
        settle(position);
        state = 0;
        stretches.clear();
    }

    private void hold(byte character) {
        var count = (int) (position - settled);
        if (count == held.length) {
            held = Arrays.copyOf(held, count * 2);
        }
        held[count] = character;
        position++;
    }

    /// A secret ends here and began at `from`: earlier stretches that it touches become a part of it.
    private void cover(long from) {
        var begin = from;
        var said = false;
        while (!stretches.isEmpty() && stretches.peekLast().to() > begin) {
            var earlier = stretches.removeLast();
            begin = Math.min(begin, earlier.from());
            said |= earlier.said();
        }
        stretches.addLast(new Stretch(begin, position, said));
    }

    private void settle(long until) {
        if (until <= settled) {
            return;
        }
        var at = settled;
        while (at < until) {
            var first = stretches.peekFirst();
            if (first == null || first.from() > at) {
                var end = first == null ? until : Math.min(until, first.from());
                for (; at < end; at++) {
                    out.plain(held[(int) (at - settled)], at);
                }
            } else {
                if (!first.said()) {
                    out.secret(first.from());
                    stretches.removeFirst();
                    stretches.addFirst(new Stretch(first.from(), first.to(), true));
                }
                at = Math.min(until, first.to());
                if (first.to() <= until) {
                    stretches.removeFirst();
                }
            }
        }
        System.arraycopy(held, (int) (until - settled), held, 0, (int) (position - until));
        settled = until;
    }
}
