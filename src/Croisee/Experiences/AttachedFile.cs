using Croisee.Data;
using Croisee.Files;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>A file of an experience as pages show it; <paramref name="Id"/> is the stored file's, and its address.</summary>
public sealed record AttachedFile(Guid Id, string Name, FileKind Kind, long Length, FileState State, string? Rights, string? Alternative, bool MetadataLeft, string Digest)
{
    public string Path => $"/fichiers/{Id}";
    public bool IsClean => State is FileState.Clean;

    /// <summary>« 340 ko », « 2,1 Mo ».</summary>
    public string Size => Length < 1 << 20 ? $"{Math.Max(1, (Length + 1023) >> 10)} ko" : ((double)Length / (1 << 20)).ToString("0.#", Words.Localizer.French) + " Mo";
}

/// <summary>The files of an experience, and the links given beside them: whoever is shown the ones is shown the others.</summary>
public sealed class AttachedFiles(IList<AttachedFile> files, IReadOnlyList<WebLink> links) : System.Collections.ObjectModel.ReadOnlyCollection<AttachedFile>(files)
{
    public IReadOnlyList<WebLink> Links { get; } = links;
}

/// <summary>A slot of « who may read a file »: a higher room knows who reads an experience before it is published, and which files everyone may read once it is.</summary>
public interface IAttachmentAudience
{
    Task<bool> MayRead(Guid experienceId, Guid fileId, CancellationToken cancel);
}

public static class AttachmentQueries
{
    /// <summary>In the order in which they were attached.</summary>
    public static async Task<AttachedFiles> FilesOf(this AppDb db, Guid experience)
    {
        var files = db.StoredFiles;
        var attached = await db.Attachments.Where(a => a.ExperienceId == experience && a.RemovedAt == null).OrderBy(a => a.AddedAt).ThenBy(a => a.Id)
            .Join(files, a => a.FileId, f => f.Id, (a, f) => new AttachedFile(f.Id, f.OriginalName, f.Kind, f.Length, f.State, f.RightsStatement, f.AlternativeText, f.MetadataLeft, f.Digest)).ToListAsync();
        return new(attached, await db.LinksOf(experience));
    }

    /// <summary>In the order in which they were given.</summary>
    public static async Task<IReadOnlyList<WebLink>> LinksOf(this AppDb db, Guid experience) =>
        await db.WebLinks.AsNoTracking().Where(l => l.ExperienceId == experience).OrderBy(l => l.AddedAt).ThenBy(l => l.Id).ToListAsync();

    /// <summary>Takes the rows of these experiences' files away in the current save. The caller deletes the bytes of what is returned once it is saved; a crash between the two leaves them to the daily sweep.</summary>
    public static async Task<IReadOnlyList<StoredFile>> RemoveFilesOf(this AppDb db, params IReadOnlyList<Guid> experiences)
    {
        var attachments = await db.Attachments.Where(a => experiences.Contains(a.ExperienceId)).ToListAsync();
        var ids = attachments.Select(a => a.FileId).ToList();
        var files = await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToListAsync();
        db.Attachments.RemoveRange(attachments);
        db.StoredFiles.RemoveRange(files);
        return files;
    }
}
