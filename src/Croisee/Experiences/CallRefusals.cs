using Croisee.Words;

namespace Croisee.Experiences;

/// <summary>What a call answers when its days do not agree, with each day in words.</summary>
static class CallRefusals
{
    public static string NotLater(DateOnly closesOn) => $"Une prolongation va au-delà du {closesOn.Short()}.";

    public static string WorkEndsInTheCall(DateOnly closesOn) => $"L’appel dure jusqu’au {closesOn.Short()} inclus : les travaux ne peuvent pas finir avant.";

    public static string ChangeTheNotice(CallNotice notice) => $"La notice dit que les travaux finissent le {Last(notice)}, avant le dernier jour de l’appel : changez cette date, ou celle de l’appel.";

    public static string ChangeTheNoticeFirst(CallNotice notice) => $"La notice dit que les travaux finissent le {Last(notice)}. Changez d’abord cette date dans « Données personnelles », puis prolongez.";

    static string Last(CallNotice notice) => notice.KeptUntilDay!.Value.Short();
}
