package dev.muster.probe;

import java.util.List;

/// NetworkManager, which keeps interfaces and routes as its files say.
///
/// @param runs       whether it looks after the host's interfaces
/// @param unmanaged  what it leaves alone, as its files say: `interface-name:cali*`
/// @param cloudSetup whether `nm-cloud-setup` adds routes of its own
public record NetworkKeeper(boolean runs, List<String> unmanaged, boolean cloudSetup) {

    public NetworkKeeper {
        unmanaged = List.copyOf(unmanaged);
    }
}
