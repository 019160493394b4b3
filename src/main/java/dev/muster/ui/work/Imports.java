package dev.muster.ui.work;

import dev.muster.setup.inventory.Importers;
import dev.muster.setup.inventory.ProposedHost;
import dev.muster.ui.work.LoginForm.How;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// What the importers propose, as rows of the form: a login for each user with each key that the list names.
final class Imports {

    private Imports() {}

    /// @param home the user's own folder, for `~` and what an SSH configuration includes
    static Imported read(String pasted, Path home) {
        var proposal = Importers.pasted(pasted, home);
        var logins = new LinkedHashMap<String, LoginForm>();
        var hosts = new ArrayList<HostForm>();
        for (var host : proposal.hosts()) {
            var login = login(host);
            if (!login.name().isEmpty()) {
                logins.putIfAbsent(login.name(), login);
            }
            hosts.add(new HostForm(
                    host.name().value(),
                    host.address(),
                    host.port() == 22 ? "" : String.valueOf(host.port()),
                    host.os(),
                    host.roles(),
                    login.name(),
                    "",
                    ""));
        }
        return new Imported(hosts, new ArrayList<>(logins.values()), proposal.problems());
    }

    private static LoginForm login(ProposedHost host) {
        var key = host.key();
        var name = host.user().isEmpty() && key.isEmpty()
                ? ""
                : (host.user() + (key.isEmpty() ? "" : "-" + key.substring(key.lastIndexOf('/') + 1)))
                        .replaceAll("[^A-Za-z0-9_.-]", "-");
        return new LoginForm(name, host.user(), How.KEY, key.isEmpty() ? "~/.ssh/id_ed25519" : key, false);
    }
}
