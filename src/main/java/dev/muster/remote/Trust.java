package dev.muster.remote;

import dev.muster.base.Place;
import dev.muster.base.PrivateFiles;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The host keys that the admin has confirmed. Muster's own are in `known_hosts` of its trust folder, in OpenSSH's
/// format; OpenSSH's own files are honoured and never written. Safe for many threads and for two Musters at once.
///
/// A host that stands in Muster's own file is judged by that alone; other files count for hosts that don't. A key
/// that any file calls revoked is never accepted. A host of which another key is known, of whatever type, has
/// changed: our offer asks for the known types first, so a server that still has the known key shows it.
///
/// A host behind bastions is kept under its way there, because the same address behind another bastion is another
/// machine. What OpenSSH's files have of its address counts until it is kept so; what our own file has of the address
/// as dialed from the workstation only helps: the same key is trusted, another one is another machine's.
///
/// Decided: read anew for each question. Because the admin may mend a file beside us, and a hundred hosts ask once
/// each; instead of a cache that must be told; costs a small file a host.
public final class Trust {

    private static final String FILE = "known_hosts";

    /// A file lock keeps other processes out, this one other threads.
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final List<Path> others;

    /// @param folder of the own store; made, 0700, when the first key is confirmed
    /// @param others OpenSSH's `known_hosts` files; they need not exist
    public Trust(Path folder, List<Path> others) {
        this.folder = folder;
        this.others = List.copyOf(others);
    }

    /// A key that is trusted.
    ///
    /// @param names as the file has them: `lin1`, `[10.0.0.11]:2222`, or a hash
    /// @param where file and line
    /// @param own   from Muster's own file, so that [Trust#forget] can remove it
    public record Entry(String names, String type, String fingerprint, String where, boolean own) {}

    /// What is to be said of an offered key.
    sealed interface Verdict {
        record Trusted() implements Verdict {}

        record Unknown() implements Verdict {}

        /// @param known fingerprint of the key that stands there, or of the revoked one
        record Changed(String known, String where) implements Verdict {}
    }

    Verdict judge(HostKey offered) {
        var own = of(offered.place(), ours());
        var alike = of(KnownKey.written(offered.address(), offered.port()), ours());
        var theirs = theirs(offered.address(), offered.port());
        var revoked = Stream.of(own, alike, theirs)
                .flatMap(List::stream)
                .filter(key -> key.revoked() && key.base64().equals(offered.base64()))
                .findFirst();
        if (revoked.isPresent()) {
            return new Verdict.Changed(
                    revoked.get().fingerprint(), revoked.get().where());
        }
        var known = valid(own).isEmpty() ? valid(theirs) : valid(own);
        var helping = valid(own).isEmpty() ? Stream.concat(known.stream(), valid(alike).stream()) : known.stream();
        if (helping.anyMatch(key -> key.base64().equals(offered.base64()))) {
            return new Verdict.Trusted();
        }
        if (known.isEmpty()) {
            return new Verdict.Unknown();
        }
        var nearest = known.stream()
                .filter(key -> key.type().equals(offered.type()))
                .findFirst()
                .orElse(known.getFirst());
        return new Verdict.Changed(nearest.fingerprint(), nearest.where());
    }

    /// Types of the keys that are known of a host, in the order of the files.
    List<String> types(String way, String address, int port) {
        var own = valid(of(KnownKey.written(way, address, port), ours()));
        var known = own.isEmpty()
                ? Stream.concat(
                        valid(theirs(address, port)).stream(),
                        valid(of(KnownKey.written(address, port), ours())).stream())
                : own.stream();
        return known.map(KnownKey::type).distinct().toList();
    }

    private List<KnownKey> theirs(String address, int port) {
        var written = KnownKey.written(address, port);
        return others.stream().flatMap(file -> of(written, read(file)).stream()).toList();
    }

    /// Takes this key as the host's from now on. The admin has compared its fingerprint, or asked for
    /// `--trust-new`.
    ///
    /// @throws ProblemException when another key of this host is known: that one must be forgotten first
    public void confirm(HostKey key) {
        switch (judge(key)) {
            case Verdict.Trusted() -> {}
            case Verdict.Changed(var known, var where) -> throw changed(key, known, where);
            case Verdict.Unknown() ->
                change(lines -> {
                    var more = new ArrayList<>(lines);
                    more.add(key.place() + " " + key.type() + " " + key.base64());
                    return more;
                });
        }
    }

    /// Forgets what Muster's own file has of this host; OpenSSH's files stay as they are.
    ///
    /// @return what was forgotten; empty when nothing was known
    public List<Entry> forget(HostKey key) {
        return forget(of(key.place(), ours()));
    }

    /// Forgets what was asked for by name: a place as [#entries] has it, or an address, at every port and behind
    /// every bastion.
    public List<Entry> forget(String name) {
        var asked = name.toLowerCase(Locale.ROOT);
        return forget(ours().stream()
                .filter(key -> key.isOf(asked) || key.isAt(asked))
                .toList());
    }

    private List<Entry> forget(List<KnownKey> gone) {
        if (gone.isEmpty()) {
            return List.of();
        }
        var numbers = gone.stream().map(KnownKey::line).toList();
        change(lines -> {
            var kept = new ArrayList<String>();
            for (var number = 1; number <= lines.size(); number++) {
                if (!numbers.contains(number)) {
                    kept.add(lines.get(number - 1));
                }
            }
            return kept;
        });
        return gone.stream().map(key -> entry(key, true)).toList();
    }

    /// All keys of Muster's own file, then those of OpenSSH's, in the order of the files.
    public List<Entry> entries() {
        return Stream.concat(
                        ours().stream().map(key -> entry(key, true)),
                        others.stream().flatMap(file -> read(file).stream()).map(key -> entry(key, false)))
                .toList();
    }

    private static Entry entry(KnownKey key, boolean own) {
        return new Entry(key.names(), key.type(), key.fingerprint(), key.where(), own);
    }

    private static ProblemException changed(HostKey key, String known, String where) {
        var said = Trouble.of(
                Opened.Stage.HOST_KEY,
                key.isCertificate() ? RemoteWords.CERTIFICATE_CHANGED : RemoteWords.KEY_CHANGED,
                key.place(),
                key.fingerprint(),
                known,
                where,
                HostKey.SHOWN_ON_WINDOWS);
        return new ProblemException(new Problem(
                Problem.Kind.TRUST, Place.field(key.place(), key.fingerprint()), said.what(), said.why(), said.fix()));
    }

    private static List<KnownKey> of(String written, List<KnownKey> keys) {
        return keys.stream().filter(key -> key.isOf(written)).toList();
    }

    private static List<KnownKey> valid(List<KnownKey> keys) {
        return keys.stream().filter(key -> !key.revoked()).toList();
    }

    private List<KnownKey> ours() {
        return read(folder.resolve(FILE));
    }

    private static List<KnownKey> read(Path file) {
        var lines = lines(file);
        var keys = new ArrayList<KnownKey>();
        for (var number = 1; number <= lines.size(); number++) {
            KnownKey.parse(lines.get(number - 1), file, number).ifPresent(keys::add);
        }
        return keys;
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private void change(UnaryOperator<List<String>> change) {
        var file = folder.resolve(FILE);
        synchronized (ONE_AT_A_TIME) {
            write(file, change);
        }
    }

    private void write(Path file, UnaryOperator<List<String>> change) {
        try {
            PrivateFiles.folder(folder);
            try (var channel = PrivateFiles.open(
                    folder.resolve(FILE + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // goes with the channel
                channel.lock();
                PrivateFiles.write(
                        file,
                        change.apply(lines(file)).stream()
                                .map(line -> line + "\n")
                                .collect(Collectors.joining()));
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static ProblemException unusable(Path file, IOException e) {
        Object said = e instanceof AccessDeniedException
                ? Text.of(RemoteWords.NOT_READABLE)
                : Said.clean(String.valueOf(e.getMessage()));
        return new ProblemException(new Problem(
                Problem.Kind.TRUST,
                new Place(file.toString(), 0, 0, "", ""),
                Text.of(RemoteWords.TRUST_UNUSABLE, file.toString(), said),
                Text.of(RemoteWords.TRUST_UNUSABLE_WHY, file.toString(), said),
                Text.of(RemoteWords.TRUST_UNUSABLE_FIX, file.toString(), said)));
    }
}
