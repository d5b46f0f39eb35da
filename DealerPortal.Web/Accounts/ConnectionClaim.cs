using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DealerPortal.Web.Accounts;

/// <summary>Notes the network address of each request on its person, so that the circuit it opens knows where its person sits.</summary>
public sealed class ConnectionClaim(IHttpContextAccessor http) : IClaimsTransformation
{
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || principal.HasClaim(claim => claim.Type == PersonClaims.From)) return Task.FromResult(principal);

        var person = principal.Clone();
        ((ClaimsIdentity)person.Identity!).AddClaim(new(PersonClaims.From, AddressOf(http.HttpContext)));
        return Task.FromResult(person);
    }

    internal static string AddressOf(HttpContext? context) => context?.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
