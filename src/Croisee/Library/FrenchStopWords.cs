using System.Collections.Frozen;

namespace Croisee.Library;

/// <summary>
/// Words that carry the sentence rather than its subject. Compared without accents, since readers type without:
/// so « sûr » falls with « sur », which costs little. A single letter is never a word here.
/// </summary>
public static class FrenchStopWords
{
    static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet("""
        au aux ce ces cet cette ceci cela ci de des du en et eux il ils elle elles je la le les leur leurs lui ma mais me
        meme memes mes moi mon ne nos notre nous on ont or ou par pas pour qu que quel quelle quels quelles qui quoi sa se
        ses si soi son sous sur ta te tes toi ton tu un une uns unes vos votre vous dans avec sans vers chez entre depuis
        pendant avant apres ainsi alors aussi car comme comment contre donc dont des lors lorsque lorsqu jusque jusqu
        puisque puisqu quand quoique quoiqu quelque quelques quelqu presqu afin tres plus moins peu trop tout tous toute
        toutes tel telle tels telles ni hors selon malgre parmi voici voila etre suis es est sommes etes sont etais etait
        etions etiez etaient fus fut furent serai sera serons serez seront serais serait serions seraient sois soit soyons
        soyez soient ete etant avoir ai as avons avez avais avait avions aviez avaient eu eut eurent aurai aura aurons
        aurez auront aurais aurait aurions auraient aie ait ayons ayez aient ayant aujourd hui deja encore toujours ici
        celui celle ceux celles lequel laquelle lesquels lesquelles duquel desquels auquel auxquels auxquelles
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length > 12) return false;
        if (word.Length == 1) return !char.IsDigit(word[0]);
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) folded[i] = FrenchAnalyser.Fold(word[i]);
        return BySpan.Contains(folded);
    }
}
