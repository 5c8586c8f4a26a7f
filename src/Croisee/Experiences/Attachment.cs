using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>A file of an experience; the file itself lies in room Files, which keeps its rights statement and alternative text.</summary>
public sealed class Attachment : IAudited
{
    Attachment() { }

    public Attachment(Guid experienceId, Guid fileId, DateTime now) => (Id, ExperienceId, FileId, AddedAt) = (Guid.CreateVersion7(), experienceId, fileId, now);

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Guid FileId { get; private set; }
    public DateTime AddedAt { get; private set; }
    /// <summary>Taken out of the text while the public sheet still shows it: kept for that sheet until the next one, then erased (<see cref="Forget"/>).</summary>
    public DateTime? RemovedAt { get; private set; }
    public void TakeOut(DateTime now) => RemovedAt ??= now;
    /// <summary>The correction that took it out is dropped.</summary>
    public void PutBack() => RemovedAt = null;

    Guid IAudited.AuditedId => ExperienceId;
}
