using System.Text.RegularExpressions;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>An administrator adds a person, who sets the password by a one-time link.</summary>
public sealed partial class AddPerson(PortalWork work, IClock clock, PortalSettings settings)
{
    /// <param name="Id">Made by the form, so that a double tap adds one person.</param>
    /// <param name="DealerCode">The ERP's number of the dealer; null or blank for staff.</param>
    /// <param name="Secret">Of the invitation link, made by the form and shown there once.</param>
    public sealed record Request(Guid Id, string UserName, string FullName, string? DealerCode, IReadOnlyList<Duty> Duties, Secret Secret);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Administers ? Refusal.NotAllowed
        : Check(request) is { } refusal ? refusal
        : await work.Do(actor, db => Add(db, request, stop), stop);

    private async Task<Outcome> Add(PortalDb db, Request request, CancellationToken stop)
    {
        if (await db.Users.AnyAsync(user => user.Id == request.Id, stop)) return Outcome.Done;

        var name = User.Normal(request.UserName.Trim());
        if (await db.Users.AnyAsync(user => user.NormalizedUserName == name && user.Id != request.Id, stop)) return new Refusal("accounts.name-taken", null, "userName", Fact.Of(request.UserName));
        var dealer = await FindDealer(request.DealerCode, db, stop);
        if (dealer.Refusal is { } unknown) return unknown;
        if (await Duty.Check(request.Duties, dealer.Value, db, settings, stop) is { } refusal) return refusal;

        Add(db, new(request.Id, request.UserName.Trim(), request.FullName.Trim(), dealer.Value), request, clock.GetCurrentInstant());
        if (request.Duties.Any(duty => duty.Role == Role.Administrator)) (await db.Administrations.SingleAsync(stop)).Touch(clock.GetCurrentInstant());
        return Outcome.Done;
    }

    private static async Task<Outcome<Guid?>> FindDealer(string? code, PortalDb db, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(code)) return Outcome.Of<Guid?>(null);
        var found = await db.Dealers.Where(dealer => dealer.Code == code.Trim()).Select(dealer => (Guid?)dealer.Id).SingleOrDefaultAsync(stop);
        return found is null ? new Refusal("accounts.unknown-dealer", null, "dealer") : found;
    }

    private static void Add(PortalDb db, User user, Request request, Instant now)
    {
        db.Users.Add(user);
        db.Note(new(Happening.UserAdded, user.Id, user.DealerId, null, Fact.Of(user.FullName), Fact.Of(user.UserName!)));
        foreach (var duty in request.Duties) duty.Give(user, db);
        db.Invitations.Add(new(user.Id, request.Secret, now));
        db.Announce(Topics.People);
    }

    private static Refusal? Check(Request request) => request switch
    {
        { FullName: var name } when name.Trim() is { Length: 0 or > 100 } => new("accounts.full-name", null, "fullName", Fact.Number(100)),
        { UserName: var name } when !UserNames().IsMatch(name.Trim()) => new("accounts.user-name", null, "userName"),
        { Secret.IsWhole: false } => new("accounts.link-spent"),
        _ => null,
    };

    /// <summary>Letters of any script, digits and <c>. _ - @</c>, 2 to 64 of them.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Nd}._@-]{2,64}$")]
    internal static partial Regex UserNames();
}
