using Croisee.Data;
using Croisee.Files;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Answering;

/// <summary>Leaves in a questionnaire the recordings that can be heard here: those of this instance, that the antivirus passed.</summary>
static class HeardSounds
{
    public static async Task<QuestionnaireContent> Of(AppDb db, QuestionnaireContent content, CancellationToken cancel)
    {
        var named = new HashSet<Guid>();
        content.Each((_, _, text) =>
        {
            if (QuestionnaireSound.IdOf(text.Audio) is { } id) named.Add(id);
            return text;
        });
        if (named.Count == 0) return content;
        var ids = named.ToList();
        var sounds = db.QuestionnaireSounds;
        var heard = (await db.StoredFiles.Where(f => ids.Contains(f.Id) && f.State == FileState.Clean && sounds.Any(s => s.FileId == f.Id)).Select(f => f.Id).ToListAsync(cancel)).ToHashSet();
        return content.Each((_, _, text) => QuestionnaireSound.IdOf(text.Audio) is { } id && heard.Contains(id) ? text : text with { Audio = null });
    }
}
