using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>Whom a question tells of itself, and which open pages it nudges.</summary>
internal static class ApprovalNews
{
    /// <summary>Tells the people of the link that is asked now, their substitutes included.</summary>
    public static Task TellNext(PortalDb db, ApprovalRequest question, Instant now, CancellationToken stop) =>
        Tell(db, question, NoticeKind.ApprovalAsked, "asked", now, stop);

    /// <summary>Reminds them; once each time it is due.</summary>
    public static Task Remind(PortalDb db, ApprovalRequest question, Instant now, CancellationToken stop) =>
        Tell(db, question, NoticeKind.ApprovalReminder, $"remind/{question.NextReminderAt!.Value.ToUnixTimeSeconds()}", now, stop);

    /// <summary>Tells whoever asked what came of it.</summary>
    public static Task TellAsker(PortalDb db, ApprovalRequest question, Instant now, CancellationToken stop) =>
        question.AskedBy is not { } asker ? Task.CompletedTask
        : db.TellUser(asker, new($"approval/{question.Id:N}/settled", NoticeKind.ApprovalSettled, question.Subject, question.Path, null,
            Fact.Word($"approval.kind.{question.Kind}"), Fact.Word($"approval.verdict.{question.Result}")), now, stop);

    public static void Announce(PortalDb db, ApprovalRequest question)
    {
        db.Announce(Topics.Approvals);
        db.Announce(Topics.Staff);
        db.Announce(Topics.Case(question.Subject));
    }

    private static async Task Tell(PortalDb db, ApprovalRequest question, NoticeKind kind, string key, Instant now, CancellationToken stop)
    {
        if (question.Next is not { } link) return;
        var news = new News($"approval/{question.Id:N}/{link.Place}/{key}", kind, question.Subject, "/approvals", null,
            Fact.Word($"approval.kind.{question.Kind}"), Fact.Of(question.AskedByName));
        await db.TellRole(link.Role, question.Region, news, now, stop);
        var substitutes = await db.Absences
            .Where(absence => absence.From <= now && now < absence.Until && db.Posts.Any(post => post.UserId == absence.UserId && post.Role == link.Role && (post.Region == null || post.Region == question.Region)))
            .Select(absence => absence.SubstituteId).Distinct().ToListAsync(stop);
        foreach (var substitute in substitutes) await db.TellUser(substitute, news, now, stop);
    }
}
