using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Callbacks;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class CallbacksSetup
{
    public static void AddCallbacks(this IServiceCollection services)
    {
        Type[] all =
        [
            typeof(PlanCallbacks), typeof(MoveCallbacks), typeof(RemindCallbacks), typeof(RecordCallback), typeof(GiveNumber), typeof(SendSurveyLink), typeof(AnswerSurvey), typeof(CallConsequences),
            typeof(CallbackList), typeof(CallbackSheet), typeof(SurveySheet), typeof(FollowUpSheet), typeof(CallbackFigures), typeof(CallbackFigureList),
        ];
        foreach (var type in all) services.AddSingleton(type);
    }
}
