using NodaTime;

namespace DealerPortal.Web.Shell;

/// <summary>One thing that waits for the person, on the start page.</summary>
/// <param name="Kind">What is asked: <c>need.KIND</c> are its words, a verb such as "answer the delivery".</param>
/// <param name="Title">What it is about, in the reader's language.</param>
/// <param name="Detail">Whose it is, or how much of it; one short line.</param>
/// <param name="Due">Until when, exclusive; null where nothing runs out.</param>
/// <param name="Since">When that span began.</param>
/// <param name="Part">Whose hands it lies in.</param>
public sealed record Need(string Kind, string Url, string Title, string? Detail = null, Instant? Due = null, Instant? Since = null, NeedPart Part = NeedPart.Mine);
