using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;

namespace DealerPortal.Web.Accounts;

/// <summary>The refusals that a form without a circuit can show: they come back in the address as a code, so only known codes are said.</summary>
internal static class FormRefusals
{
    private static readonly Dictionary<string, Refusal> Known = new Refusal[]
    {
        new("accounts.wrong-password"), new("accounts.locked-out"), new("accounts.disabled"), new("accounts.too-many-attempts"), new("accounts.session-ended"), new(StaleForms.Code),
        new("accounts.password-short", null, "password", Fact.Number(Password.MinLength)), new("accounts.password-long", null, "password", Fact.Number(Password.MaxLength)),
        new("accounts.password-plain", null, "password"), new("accounts.current-password", null, "current"), new("accounts.link-spent"),
        new("accounts.user-name", null, "userName"), new("accounts.full-name", null, "fullName", Fact.Number(100)), Refusal.ChangedMeanwhile, Refusal.NotFound,
    }.ToDictionary(refusal => refusal.Code);

    public static Refusal? Of(string? code) => code is null ? null : Known.GetValueOrDefault(code);
}
