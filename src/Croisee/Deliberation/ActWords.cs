using Croisee.Journal;

namespace Croisee.Deliberation;

/// <summary>The acts of this room, as the journal says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.Opened] = "a posé une question au groupe",
        [Acts.OpinionGiven] = "a donné son avis",
        [Acts.DiscussionOpened] = "a ouvert les échanges",
        [Acts.RemarkSaid] = "a écrit dans les échanges",
        [Acts.BallotOpened] = "a ouvert le vote",
        [Acts.BallotCast] = "a voté",
        [Acts.Closed] = "a clos le vote",
        [Acts.Recused] = "a déclaré un lien",
        [Acts.Departed] = "a noté qu’un membre a quitté le groupe",
        [Acts.EndMoved] = "a changé le dernier jour du vote",
        [Acts.Dropped] = "a clos une question sans suite",
        [Acts.Restored] = "a rétabli l’égalité des collèges",
        [Acts.ReasonGiven] = "a écrit le motif du groupe",
        [Acts.ReasonCorrected] = "a corrigé les mots du motif du groupe",
        [Acts.Chained] = "a commencé la chaîne d’un vote plus ancien, ou noté qu’il n’en a pas",
        [Acts.Withdrawn] = "a clos une question dont le sujet a été retiré",
        [Acts.WordsTakenBack] = "a repris ses mots dans une délibération",
        [Acts.WordsHidden] = "a caché des mots dans une délibération",
        [Acts.WordsErased] = "a effacé des mots d’une délibération",
        [Acts.Erased] = "a effacé les avis, les échanges et les votes",
    });
}
