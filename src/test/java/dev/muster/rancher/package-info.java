/// Tests of the client of Rancher's API, over the real protocol, against practice Rancher. No Rancher took part.
@NullMarked
package dev.muster.rancher;

import org.jspecify.annotations.NullMarked;
