package io.github.heapwise.allocation.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

import io.github.heapwise.allocation.AllocationProfile;
import io.github.heapwise.allocation.RecorderStatus;
import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.FlameGraphHtml;
import io.github.heapwise.calltree.FoldedStacks;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.Hwf1Encoder;
import io.github.heapwise.calltree.Pruning;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * A profile as it is sent: cut to the node asked for, without what is too small to see,
 * in the form that was asked for.
 *
 * @param request what was asked for
 * @param profile what is known about it
 * @param pruning the tree to send
 * @param status what the recorder does at the moment
 */
record ProfileDocument(ProfileRequest request, AllocationProfile profile, Pruning pruning, RecorderStatus status) {

	static ProfileDocument of(ProfileRequest request, AllocationProfile profile, RecorderStatus status) {
		return new ProfileDocument(request, profile, Pruning.of(rooted(profile.tree(), request), request.minRatio()),
				status);
	}

	WebEndpointResponse<byte[]> as(ProfileFormat format) {
		byte[] body = switch (format) {
			case FOLDED -> folded();
			case BINARY -> binary();
			case JSON -> ProfileJson.document(this);
		};
		return new WebEndpointResponse<>(body, format.contentType());
	}

	WebEndpointResponse<byte[]> as(ProfileExport export) {
		byte[] body = switch (export) {
			case FLAME_GRAPH -> FlameGraphHtml.of(title(), binary()).getBytes(StandardCharsets.UTF_8);
			case FOLDED -> folded();
		};
		return new WebEndpointResponse<>(body, export.contentType());
	}

	private byte[] binary() {
		return Hwf1Encoder.encode(this.pruning.tree(), ProfileJson.meta(this), this.pruning.mergedNodes() > 0);
	}

	private byte[] folded() {
		return FoldedStacks.write(this.pruning.tree()).getBytes(StandardCharsets.UTF_8);
	}

	private String title() {
		return "Allocations " + this.profile.from().truncatedTo(ChronoUnit.SECONDS) + " to "
				+ this.profile.to().truncatedTo(ChronoUnit.SECONDS);
	}

	private static CallTree rooted(CallTree tree, ProfileRequest request) {
		if (request.root() == null) {
			return tree;
		}
		CallTree subtree = tree.subtree(request.root());
		return (subtree != null) ? subtree : new CallTreeBuilder(Frame.ROOT).build();
	}

}
