using Croisee.Groups;

namespace Croisee.Library;

/// <summary>What a sheet says of the group that chose it, on the page, on paper and in a booklet: never more than is known (EXP-R7, EXP-R9).</summary>
public static class ChoiceWords
{
    public const string Changed = "Les auteurs ont modifié leur texte depuis cette décision.";

    /// <summary>Who chose, with the values of its holes. Parity is said only when it was counted: a sheet taken over from elsewhere, or older, says none.</summary>
    public static (string Sentence, object[] Values) ByWhom(this SheetContent content) => content.Sides switch
    {
        null => ("Un choix raisonné du groupe de lecture. Ce n’est pas une note.", []),
        { Excused: true } sides when !sides.IsEqual() => ("Un choix raisonné d’un groupe de {0} et {1}. Les deux côtés n’étaient pas égaux : l’organisateur l’a permis, et a dit pourquoi au groupe. Ce n’est pas une note.", Counted(sides)),
        var sides when sides.IsEqual() => ("Un choix raisonné d’un groupe à parts égales : {0} et {1}. Ce n’est pas une note.", Counted(sides)),
        var sides => ("Un choix raisonné d’un groupe de {0} et {1}. Ce n’est pas une note.", Counted(sides)),
    };

    public static object[] Counted(GroupSides sides) => [College.ServiceUsers.Counted(sides.ServiceUsers), College.Professionals.Counted(sides.Professionals)];
}
