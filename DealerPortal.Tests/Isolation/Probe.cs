using System.Collections;
using System.Reflection;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Isolation;

/// <summary>Asks any action or view of the domain for what stands in the scene, filling in every request by the names of its parameters.</summary>
/// <remarks>An action that is new is asked without anybody writing it down; what cannot be filled in fails and says so.</remarks>
internal sealed class Probe(Scene scene)
{
    private static readonly NullabilityInfoContext Nullability = new();

    // What a parameter's name alone does not say.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FileComplaint.Id"] = "draft",
        ["KeepComplaintDraft.Id"] = "draft",
        ["FilingSheet.id"] = "draft",
        ["ComplaintSheet.id"] = "case",
        ["FollowUpSheet.caseId"] = "settled",
        ["PickUpSheet.id"] = "pickUp",
        ["OrderSheet.id"] = "order",
        ["DealerSheet.id"] = "dealer",
        ["InspectionSheet.id"] = "inspection",
        ["PhotoFile.id"] = "photo",
        ["RemovePhoto.id"] = "removable",
        ["UploadSheet.id"] = "upload",
        ["FinishUpload.id"] = "upload",
        ["AbandonUpload.id"] = "upload",
        ["PhotoDesk.id"] = "upload",
        ["PersonSheet.id"] = "user",
        ["CallbackSheet.id"] = "callback",
        ["SurveySheet.id"] = "callback",
        ["BatchSheet.id"] = "batch",
        ["BreachSheet.id"] = "",
        ["VisitId"] = "",
        ["VisitList.cases"] = "case",
        ["LateList.orders"] = "large",
        ["PersonId"] = "user",
        ["NoteCall.CallId"] = "",
        ["PromiseCall.CallId"] = "",
        ["FileFromCall.CallId"] = "",
        ["KeepPromise.Id"] = "call",
        ["DrawUpBatch.BatchId"] = "",
        ["QuestionLine.CaseId"] = "",
        ["ReadNotices.Id"] = "notice",
        ["AddPhotoCopy.Photo"] = "photo",
        ["SendPiece.Upload"] = "upload",
        ["StartUpload.Subject"] = "inspection",
        ["StartUpload.Spot"] = "spot",
        ["PhotoList.subject"] = "rejection",
        ["HistoryList.subjects"] = "case",
        ["HistoryBoard.Subject"] = "case",
        ["RecordPickUp.PickUpId"] = "",
        ["CaseIds"] = "case",
        ["IntoId"] = "case",
        ["ShipmentIds"] = "shipment",
        ["RequestId"] = "approval",
        ["ToUserId"] = "user",
        ["SubstituteId"] = "user",
        ["Id"] = "",
        ["Ids"] = "",
        ["MessageId"] = "",
        ["SpanId"] = "",
        ["ProposalSheet.orderId"] = "large",
        ["AttemptId"] = "",
        ["InvestigationId"] = "",
        ["ExtensionId"] = "",
        ["RunJob.Run"] = "",
        ["ProposeDate.ProposalId"] = "",
        ["RecordSpan.SpanId"] = "",
        ["SpanPreview.SpanId"] = "",
    };

    /// <summary>Every question and every act that is asked by somebody: the methods of the domain that are handed an actor, and answer later.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
        [.. typeof(PortalWork).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)))
            .Where(method => Answers(method.ReturnType) && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PortalDb) || typeof(Delegate).IsAssignableFrom(parameter.ParameterType)))
            .OrderBy(method => method.DeclaringType!.Name, StringComparer.Ordinal).ThenBy(method => method.Name, StringComparer.Ordinal)];

    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>What this person is answered.</summary>
    public async Task<object?> Ask(MethodInfo method, Actor actor)
    {
        var target = scene.Portal.GetType().GetMethod("The")!.MakeGenericMethod(method.DeclaringType!).Invoke(scene.Portal, []);
        var asked = method.Invoke(target, [.. method.GetParameters().Select(parameter => Fill(method.DeclaringType!, parameter, actor))])!;
        if (asked is not Task task) return await Drain((dynamic)asked);
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>The refusal in an answer; null for one that is no refusal.</summary>
    public static Refusal? RefusalOf(object? answer) =>
        answer is Outcome<IReadOnlyDictionary<Guid, Refusal>> { Value: { } each } ? each.Values.FirstOrDefault()
        : answer?.GetType().GetProperty("Refusal")?.GetValue(answer) as Refusal;

    /// <summary>Everything that can be read in an answer.</summary>
    public static string Read(object? answer)
    {
        var text = new List<string>();
        Gather(answer, text, []);
        return string.Join('\n', text);
    }

    private static async Task<List<T>> Drain<T>(IAsyncEnumerable<T> asked)
    {
        var all = new List<T>();
        await foreach (var one in asked) all.Add(one);
        return all;
    }

    private static bool Answers(Type type) =>
        typeof(Task).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private object? Fill(Type asked, ParameterInfo parameter, Actor actor)
    {
        var type = parameter.ParameterType;
        if (type == typeof(Actor)) return actor;
        if (type == typeof(CancellationToken) || parameter.Name is "after" or "before" or "progress") return null;
        // A filter that names no thing of the scene is left open.
        if (type == typeof(Guid?) && !IsKnown(asked, parameter.Name!)) return null;
        if (type == typeof(Guid) || type == typeof(Guid?)) return Id(asked, parameter.Name!);
        if (typeof(IEnumerable<Guid>).IsAssignableFrom(type)) return new[] { Id(asked, parameter.Name!) };
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        if (Nullable.GetUnderlyingType(type) is { IsEnum: true }) return null;
        if (parameter.Name == "Phone") return "0531-88880002";
        if (parameter.Name == "sought") return "O-" + scene.Mark;
        if (parameter.Name == "Sha256") return new string('a', 64);
        if (!type.IsValueType && Nullability.Create(parameter).WriteState is NullabilityState.Nullable) return null;
        return Plain(type) ?? (type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 0) : Made(asked, type, actor));
    }

    private object? Plain(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(Instant) || type == typeof(Instant?) ? scene.Portal.Clock.Now
        : type == typeof(LocalDate) || type == typeof(LocalDate?) ? new LocalDate(2026, 3, 11)
        : type == typeof(byte[]) ? new byte[] { 1 }
        : type == typeof(Stream) ? new MemoryStream([1])
        : type == typeof(Secret) ? Secret.New()
        : type == typeof(Findings) ? new Findings()
        : type == typeof(DraftForm) ? new DraftForm { Family = "gate", Category = "1-1.4", Description = "x", OrderId = scene.Ids["order"], PickUpId = scene.Ids["pickUp"], InspectionId = scene.Ids["rejection"] }
        : type == typeof(bool) ? true
        : type == typeof(long) ? 1L
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private object Made(Type asked, Type type, Actor actor) =>
        type.GetConstructors().MaxBy(one => one.GetParameters().Length) is { } constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Fill(asked, parameter, actor))])
            : throw new NotSupportedException($"Say in Probe.Plain what a {type} is, so that {asked.Name} can be asked.");

    private bool IsKnown(Type asked, string name) => Names.ContainsKey($"{asked.Name}.{name}") || Names.ContainsKey(name) || scene.Ids.ContainsKey(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name);

    // By "Type.parameter", then by "parameter", by "parameterId"; the empty name is a thing that is only being made.
    private Guid Id(Type asked, string name)
    {
        if (Names.TryGetValue($"{asked.Name}.{name}", out var known) || Names.TryGetValue(name, out known)) return known.Length == 0 ? Guid.CreateVersion7() : scene.Ids[known];
        return scene.Ids.TryGetValue(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name, out var id) ? id
            : throw new NotSupportedException($"Say in Probe.Names which thing {asked.Name}.{name} is, so that it can be asked for.");
    }

    private static void Gather(object? value, List<string> into, HashSet<object> seen)
    {
        if (value is null or Delegate or Type || !seen.Add(value)) return;
        if (value is Fact fact) into.Add(fact.Text);
        else if (value is string or Guid) into.Add($"{value}");
        else if (value is IEnumerable all) foreach (var one in all) Gather(one, into, seen);
        else if (value.GetType() is { Namespace: { } space } type && !space.StartsWith("System", StringComparison.Ordinal) && !space.StartsWith("NodaTime", StringComparison.Ordinal) || value.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal))
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                Gather(property.GetValue(value), into, seen);
    }
}
