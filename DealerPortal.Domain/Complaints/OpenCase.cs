using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A case inside a piece of work, with what a verb may need: its edition, its clocks' terms, the instant, and ways to note and to tell.</summary>
internal sealed class OpenCase(Complaint one, PolicyBook book, PortalDb db, Actor actor, Instant now, CancellationToken stop)
{
    private Fact[] facts = [];
    private Clause? clause;
    private bool isInternal;
    private bool isChanged;

    public Complaint Case => one;

    public Edition Rules { get; } = book.Edition(one.Pack, one.Edition);

    public CaseClock.Terms Terms { get; } = CaseClock.Terms.Of(book, one.Pack, one.Edition);

    public PortalDb Db => db;

    public Actor Actor => actor;

    public Instant Now => now;

    public CancellationToken Stop => stop;

    public bool IsChanged => isChanged || one.IsTouched;

    public string Path => PathOf(one.Id);

    public static string PathOf(Guid id) => $"/cases/{id}";

    /// <summary>The particulars of what is noted.</summary>
    public OpenCase With(params Fact[] said)
    {
        facts = said;
        return this;
    }

    public OpenCase Under(Clause? ground)
    {
        clause = ground;
        return this;
    }

    /// <summary>The dealer does not read of it.</summary>
    public OpenCase Internally()
    {
        isInternal = true;
        return this;
    }

    /// <summary>Something beside the case itself changed.</summary>
    public void Touch() => isChanged = true;

    public void Note(Happening what)
    {
        db.Note(new(what, one.Id, isInternal ? null : one.DealerId, clause, [Fact.Of(one.Number), .. facts]));
        Announce(db, one);
    }

    public static void Announce(PortalDb db, Complaint one)
    {
        db.Announce(Topics.Case(one.Id));
        db.Announce(Topics.Dealer(one.DealerId));
        db.Announce(Topics.Region(one.Region));
        db.Announce(Topics.Staff);
    }

    public Task TellDealer(NoticeKind kind, Instant? dueAt = null, params Fact[] said) => db.TellDealer(one.DealerId, News(kind, dueAt, said), now, stop);

    /// <summary>Tells whoever has the case; everybody who could take it up where nobody has it.</summary>
    public Task TellOwner(NoticeKind kind, Instant? dueAt = null, params Fact[] said) =>
        one.OwnerId is { } owner
            ? owner == actor.UserId ? Task.CompletedTask : db.TellUser(owner, News(kind, dueAt, said), now, stop)
            : db.TellRole(Role.AfterSalesAgent, null, News(kind, dueAt, said), now, stop);

    public Task TellRole(Role role, NoticeKind kind, Instant? dueAt = null, params Fact[] said) => db.TellRole(role, one.Region, News(kind, dueAt, said), now, stop);

    // The version makes it this change's news: told once, however often the work runs.
    private News News(NoticeKind kind, Instant? dueAt, Fact[] said) =>
        new($"case/{one.Id:N}/{kind}/{one.Version}", kind, one.Id, Path, dueAt, [Fact.Of(one.Number), .. said]);
}
