<?php
// What the audit of packages needs of a Moodle beside its pages: `php moodle.php FOLDER add ZIP...` makes a course with an
// activity and a new learner for each zip, `php moodle.php FOLDER tell ACTIVITY LEARNER` says what became of one there.
define('CLI_SCRIPT', true);
[, $folder, $verb] = $argv;
$asked = array_slice($argv, 3);
require "$folder/config.php";
require_once "$CFG->dirroot/course/lib.php";
require_once "$CFG->dirroot/course/modlib.php";
require_once "$CFG->dirroot/user/lib.php";
require_once "$CFG->dirroot/mod/scorm/lib.php";
require_once "$CFG->libdir/enrollib.php";
require_once "$CFG->libdir/gradelib.php";
require_once "$CFG->libdir/completionlib.php";
const PASSWORD = 'Leerpad1!';

function learner(string $name, int $course): int {
    global $CFG;
    $facts = ['username' => $name, 'password' => PASSWORD, 'firstname' => $name, 'lastname' => 'L', 'email' => "$name@example.org"];
    $id = user_create_user((object) ($facts + ['confirmed' => 1, 'auth' => 'manual', 'mnethostid' => $CFG->mnet_localhost_id]));
    enrol_try_internal_enrol($course, $id, 5);
    return $id;
}

function add(array $zips): array {
    global $CFG, $DB, $USER;
    set_config('enablecompletion', 1);
    set_config('scormstandard', 1, 'scorm'); // refuses what the standard refuses
    \core\session\manager::set_user(get_admin());
    $mark = dechex(time());
    $facts = ['category' => 1, 'enablecompletion' => 1, 'format' => 'topics', 'numsections' => 1];
    $course = create_course((object) ($facts + ['fullname' => "Leerpad $mark", 'shortname' => $mark]));
    $added = [];
    foreach ($zips as $number => $zip) {
        $draft = file_get_unused_draft_itemid();
        $place = ['contextid' => context_user::instance($USER->id)->id, 'component' => 'user', 'filearea' => 'draft', 'itemid' => $draft];
        get_file_storage()->create_file_from_pathname($place + ['filepath' => '/', 'filename' => basename($zip)], $zip);
        $usual = array_diff_key((array) get_config('scorm'), ['version' => 0]);
        $made = create_module((object) (['modulename' => 'scorm', 'course' => $course->id, 'section' => 1, 'name' => basename($zip)]
            + ['introeditor' => ['text' => '', 'format' => 1, 'itemid' => 0], 'scormtype' => SCORM_TYPE_LOCAL, 'packagefile' => $draft]
            + ['visible' => 1, 'visibleoncoursepage' => 1, 'cmidnumber' => '', 'groupmode' => 0, 'groupingid' => 0, 'width' => 100]
            + ['height' => 700, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionstatusrequired' => 2]
            + ['module' => $DB->get_field('modules', 'id', ['name' => 'scorm'])] + $usual));
        $names = ["an$mark$number", "bo$mark$number"];
        foreach ($names as $name) {
            learner($name, $course->id);
        }
        $added[] = ['activity' => $made->coursemodule, 'learners' => $names];
    }
    return ['address' => $CFG->wwwroot, 'release' => $CFG->release, 'password' => PASSWORD, 'course' => $course->id, 'added' => $added];
}

function tell(string $activity, string $name): array {
    global $DB;
    $module = get_coursemodule_from_id('scorm', $activity, 0, false, MUST_EXIST);
    $scorm = $DB->get_record('scorm', ['id' => $module->instance]);
    $user = $DB->get_record('user', ['username' => $name]);
    $sql = 'SELECT v.id, e.element, v.value FROM {scorm_attempt} a JOIN {scorm_scoes_value} v ON v.attemptid = a.id
        JOIN {scorm_element} e ON e.id = v.elementid WHERE a.scormid = ? AND a.userid = ?';
    $kept = [];
    foreach ($DB->get_records_sql($sql, [$scorm->id, $user->id]) as $one) {
        $kept[$one->element] = $one->value;
    }
    $grades = grade_get_grades($module->course, 'mod', 'scorm', $scorm->id, $user->id);
    $grade = $grades->items[0]->grades[$user->id]->grade ?? null;
    $completion = (new completion_info(get_course($module->course)))->get_data($module, false, $user->id);
    return ['kept' => (object) $kept, 'grade' => $grade, 'complete' => (int) $completion->completionstate];
}

echo json_encode($verb === 'add' ? add($asked) : tell(...$asked)), "\n";
