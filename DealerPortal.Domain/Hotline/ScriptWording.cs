using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>A wording of the desk in the place of the pack's. Only ever added: the latest of a code counts, and the pack's own stands before the first.</summary>
public sealed class ScriptWording
{
    private ScriptWording() { }

    public ScriptWording(Guid id, string code, int number, Bilingual text, Actor by, Instant now) =>
        (Id, Code, Number, Zh, En, By, At) = (id, code, number, text.Zh.Trim(), text.En.Trim(), by.Name, now);

    public Guid Id { get; private set; }

    /// <summary>The script's code in the pack.</summary>
    public string Code { get; private set; } = "";

    /// <summary>From 1; unique with the code.</summary>
    public int Number { get; private set; }

    public string Zh { get; private set; } = "";

    public string En { get; private set; } = "";

    public string By { get; private set; } = "";

    public Instant At { get; private set; }

    public Bilingual Text => new(Zh, En);

    /// <summary>Who words the scripts: those who answer for the desk.</summary>
    public static bool MayWrite(Actor actor) => actor.IsAny(Role.AfterSalesSupervisor, Role.ServiceAssistant);
}
