namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What follows for money when it is settled who caused a problem.</summary>
/// <param name="Cause">Code of the cause, such as <c>transit</c>; words under <c>liability.CODE</c>.</param>
/// <param name="Freight">Who pays all freight of repair, exchange and return: <c>company</c> or <c>dealer</c>.</param>
/// <param name="Material">Who pays raw material.</param>
/// <param name="Labour">Who pays the work.</param>
public sealed record WhoPays(Clause Clause, string Cause, string Freight, string Material, string Labour);
