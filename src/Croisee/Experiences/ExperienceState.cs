using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>V-ETAT-CONTRIB (domain 1.6). The code of each is in <see cref="ExperienceStates"/>.</summary>
public enum ExperienceState { Draft, Submitted, ToComplete, Admissible, Inadmissible, InReading, Analysed, Remarkable, NotSelected, ApprovalAsked, Published, Withdrawn, Archived }

/// <summary>Which state may follow which, and what each is called.</summary>
public static class ExperienceStates
{
    static readonly Dictionary<ExperienceState, ExperienceState[]> Ways = new()
    {
        [ExperienceState.Draft] = [ExperienceState.Submitted],
        // What nobody decided before the announced end of the work is archived: it waits for nobody any more.
        [ExperienceState.Submitted] = [ExperienceState.ToComplete, ExperienceState.Admissible, ExperienceState.Inadmissible, ExperienceState.Archived],
        [ExperienceState.ToComplete] = [ExperienceState.Submitted, ExperienceState.Archived],
        [ExperienceState.Admissible] = [ExperienceState.InReading, ExperienceState.Archived],
        [ExperienceState.Inadmissible] = [ExperienceState.Submitted],
        [ExperienceState.InReading] = [ExperienceState.Analysed, ExperienceState.Archived],
        [ExperienceState.Analysed] = [ExperienceState.Remarkable, ExperienceState.NotSelected, ExperienceState.Archived],
        [ExperienceState.Remarkable] = [ExperienceState.ApprovalAsked],
        [ExperienceState.NotSelected] = [ExperienceState.ApprovalAsked, ExperienceState.Archived],
        // Its authors would rather not, nobody answered before the work ended, or the organisation took a shown page down while it was being corrected.
        [ExperienceState.ApprovalAsked] = [ExperienceState.Published, ExperienceState.Archived],
        // The authors correct a published page: the former version stays public until they agree to the new one. The organisation takes a page down.
        [ExperienceState.Published] = [ExperienceState.ApprovalAsked, ExperienceState.Archived],
        [ExperienceState.Withdrawn] = [],
        // Minds change, and what was taken down can be put right: its authors are asked again.
        [ExperienceState.Archived] = [ExperienceState.ApprovalAsked],
    };

    /// <summary>An author may withdraw at any time once it was sent (EXP-R10).</summary>
    public static bool MayFollow(ExperienceState from, ExperienceState to) =>
        to is ExperienceState.Withdrawn ? from is not (ExperienceState.Draft or ExperienceState.Withdrawn) : Ways[from].Contains(to);

    public static string Code(this ExperienceState state) => state switch
    {
        ExperienceState.Draft => "brouillon",
        ExperienceState.Submitted => "soumise",
        ExperienceState.ToComplete => "a_completer",
        ExperienceState.Admissible => "recevable",
        ExperienceState.Inadmissible => "irrecevable",
        ExperienceState.InReading => "en_lecture",
        ExperienceState.Analysed => "analysee",
        ExperienceState.Remarkable => "selectionnee_remarquable",
        ExperienceState.NotSelected => "non_selectionnee",
        ExperienceState.ApprovalAsked => "accord_demande",
        ExperienceState.Published => "publiee",
        ExperienceState.Withdrawn => "retiree",
        _ => "archivee",
    };

    /// <summary>Its label in V-ETAT-CONTRIB.</summary>
    public static string Label(this ExperienceState state) => Framework.Vocabularies.ContributionState.Require(state.Code()).Label;

    /// <summary>What the state means, said to the authors.</summary>
    public static string PlainWords(this ExperienceState state) => state switch
    {
        ExperienceState.Draft => "C’est un brouillon. Vous seuls pouvez le lire.",
        ExperienceState.Submitted => "Elle est arrivée. L’équipe de l’appel vérifie qu’elle correspond à l’appel.",
        ExperienceState.ToComplete => "On vous demande une précision. Répondez, complétez, puis renvoyez.",
        ExperienceState.Admissible => "Elle correspond à l’appel. Elle attend ses lecteurs.",
        ExperienceState.Inadmissible => "Elle ne correspond pas à cet appel. La raison est écrite ci-dessous.",
        ExperienceState.InReading => "Elle est lue par une personne concernée et un professionnel, chacun de son côté.",
        ExperienceState.Analysed => "Elle a été lue. Le groupe va en parler.",
        ExperienceState.Remarkable => "Le groupe l’a retenue comme remarquable.",
        ExperienceState.NotSelected => "Le groupe ne l’a pas retenue comme remarquable. Elle peut être publiée quand même, si vous le voulez.",
        ExperienceState.ApprovalAsked => "La page est prête. Relisez-la et dites si vous êtes d’accord pour la publier.",
        ExperienceState.Published => "Elle est publiée dans le répertoire.",
        ExperienceState.Withdrawn => "Elle a été retirée, à la demande de ses auteurs.",
        _ => "Elle est archivée : gardée, et pas publiée. Vous changez d’avis ? Écrivez à l’équipe de l’appel.",
    };

    public static void Require(ExperienceState from, ExperienceState to)
    {
        if (!MayFollow(from, to)) throw new RuleBroken("EXP-1.6", $"Cette expérience est « {from.Label()} » : ce changement n’est plus possible. Rechargez la page pour voir où elle en est.");
    }
}
